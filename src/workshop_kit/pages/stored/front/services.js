// Stands for @jupyterlab/services: outputs need only to know messages by their type.
export * as KernelMessage from '@jupyterlab/services/lib/kernel/messages';

export const ServerConnection = {};
