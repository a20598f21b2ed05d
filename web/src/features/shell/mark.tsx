/** The sign of the house. */
export function Mark({ size = 22 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" aria-hidden focusable="false">
      <rect width="16" height="16" rx="4" fill="var(--accent)" />
      <path d="M5 12V4h3.6a2.7 2.7 0 0 1 0 5.4H5" fill="none" stroke="var(--on-accent)" strokeWidth="1.8" />
    </svg>
  )
}
