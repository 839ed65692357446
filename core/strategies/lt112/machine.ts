import { entryWindow, scannerMachine } from '../scanner.js';

/** Waiting for an entry every session; an unfilled order returns to the window, which may try again (§1.2). */
export const scanner = scannerMachine(entryWindow);
