/** What a command ends with: the same for every command. */
export const exitCodes = { ok: 0, rulesSayNo: 1, usage: 2, data: 3 } as const;

/** Ends a command with a message on stderr; only `main` catches it. */
export class CommandFailure extends Error {
  constructor(
    readonly code: number,
    message: string,
  ) {
    super(message);
    this.name = 'CommandFailure';
  }
}

export const usageFailure = (message: string): CommandFailure => new CommandFailure(exitCodes.usage, message);

export const dataFailure = (message: string): CommandFailure => new CommandFailure(exitCodes.data, message);
