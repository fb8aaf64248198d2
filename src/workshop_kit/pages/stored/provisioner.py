"""Starts kernels for stored pages: by forking an executed notebook, or else a stand-in."""

import json
import logging
import signal
import subprocess
from typing import Any

from jupyter_client.connect import KernelConnectionInfo
from jupyter_client.provisioning.local_provisioner import LocalProvisioner

from workshop_kit.pages.stored.errors import CannotFork
from workshop_kit.pages.stored.executions import Execution, Fork

logger = logging.getLogger(__name__)


class PageProvisioner(LocalProvisioner):
    """The kernel provisioner ``stored-page`` (entry point ``jupyter_client.kernel_provisioners``).

    ``start_kernel(kernel_name="stored-page", execution=..., env=...)`` gives it the
    :class:`~workshop_kit.pages.stored.executions.Execution` of the page, and the kernel's whole
    environment. Where the execution cannot be forked, an ordinary interpreter executes the same
    notebook with the same widget ids, and stands in.
    """

    fork: Fork | None = None

    @property
    def has_process(self) -> bool:
        """Whether there is a process: a fork's, or a stand-in's."""
        return self.fork is not None or super().has_process

    async def poll(self) -> int | None:
        """Return None while the kernel runs, else how it has ended."""
        return await super().poll() if self.fork is None else self.fork.returncode

    async def wait(self) -> int | None:
        """Wait for the kernel's end; return how it has ended."""
        if self.fork is None:
            return await super().wait()
        code = await self.fork.wait()
        self.fork = None
        return code

    async def send_signal(self, signum: int) -> None:
        """Send a signal to the kernel and to what it started."""
        if self.fork is None:
            await super().send_signal(signum)
        else:
            self.fork.send_signal(signum)

    async def kill(self, restart: bool = False) -> None:  # noqa: FBT001, FBT002 - its makers' own
        """End the kernel at once."""
        if self.fork is None:
            await super().kill(restart)
        else:
            self.fork.send_signal(signal.SIGKILL)

    async def terminate(self, restart: bool = False) -> None:  # noqa: FBT001, FBT002 - its makers' own
        """Ask the kernel's process to end."""
        if self.fork is None:
            await super().terminate(restart)
        else:
            self.fork.send_signal(signal.SIGTERM)

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> KernelConnectionInfo:
        """Fork the page's execution, or start its stand-in."""
        execution: Execution = kwargs.pop("execution")
        parent: Any = self.parent
        try:
            self.fork = await execution.fork(parent.connection_file, kwargs["env"])
        except CannotFork as error:
            logger.info("A kernel stands in: %s", error.reason)
            return await self._stand_in(execution, cmd, kwargs)
        self.pid = self.pgid = self.fork.pid
        self.cwd = execution.task.folder
        return self.connection_info

    async def _stand_in(
        self, execution: Execution, cmd: list[str], kwargs: dict[str, Any]
    ) -> KernelConnectionInfo:
        environment = kwargs.pop("env")
        given = {
            **kwargs,
            "cwd": str(execution.task.folder),
            "env": dict(execution.task.environment),
            "stdin": subprocess.PIPE,
            "stdout": subprocess.DEVNULL,  # what a page prints is for the page
            "stderr": subprocess.DEVNULL,
        }
        info = await super().launch_kernel([*cmd, str(execution.task.notebook)], **given)
        process: Any = self.process
        told = process.stdin
        told.write(json.dumps(environment).encode())
        told.close()
        return info
