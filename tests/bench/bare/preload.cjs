const { ipcRenderer } = require('electron');

// Told at the same moment as the desk tells it: the second frame after the page stands.
window.addEventListener('load', () => requestAnimationFrame(() => requestAnimationFrame(() => ipcRenderer.send(process.env.GRIDDESK_BENCH_READY ?? 'ready'))));
