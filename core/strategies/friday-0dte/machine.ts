import { scanning, scannerMachine } from '../scanner.js';

/** Scanning → EntryWindow on a Friday → Entering at 10:30 → Entered; an unfilled order ends the week ([seed], §1.1). */
export const scanner = scannerMachine(() => scanning);
