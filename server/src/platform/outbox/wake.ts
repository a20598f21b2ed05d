/** Tells workers in other processes that deliveries wait, sooner than their next poll. What it loses the poll finds. */
export interface Wake {
  call(): void
  /** From now on this process is called too. One of those who hear is called at a time. */
  hear(wake: () => void): void
  close(): Promise<void>
}
