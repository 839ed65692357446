import type { Command, EngineEvent } from '../../core/index.js';

/** What is kept of one step: the event and the commands it led to, in order. */
export interface JournalRecord {
  readonly sequence: number;
  readonly event: EngineEvent;
  readonly commands: ReadonlyArray<Command>;
}

/** Where events and intended commands are made durable before anything is dispatched. */
export interface Journal {
  /** Appends one record; the sequence counts from 1. */
  readonly append: (event: EngineEvent, commands: ReadonlyArray<Command>) => void;
  readonly length: () => number;
  readonly records: () => ReadonlyArray<JournalRecord>;
}

/** A journal that lives as long as the process: for replays, which can always be run again. */
export const memoryJournal = (): Journal => {
  const records: JournalRecord[] = [];
  return {
    append: (event, commands) => {
      records.push({ sequence: records.length + 1, event, commands });
    },
    length: () => records.length,
    records: () => records,
  };
};
