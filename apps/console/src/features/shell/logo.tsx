/** The gate: two channels, one of them half closed. */
export function Logo({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden className={className}>
      <rect width="32" height="32" rx="8" fill="var(--accent)" />
      <path d="M8 9h6v14H8zM18 9h6v6h-6z" fill="var(--on-accent)" />
      <path d="M18 18h6v5h-6z" fill="var(--on-accent)" opacity=".5" />
    </svg>
  )
}
