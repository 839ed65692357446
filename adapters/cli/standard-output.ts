/** Writes to standard output; a reader who has seen enough (`| head`) ends the command without a stack trace. */
export const print = (text: string): void => {
  if (process.stdout.listenerCount('error') === 0)
    process.stdout.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  process.stdout.write(text);
};
