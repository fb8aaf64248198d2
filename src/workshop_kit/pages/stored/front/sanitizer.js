// The chunk of sanitize-html.
import './shared.js';

export { default } from 'sanitize-html/index.js';
