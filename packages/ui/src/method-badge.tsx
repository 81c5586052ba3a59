import { cx } from './cx.ts'

const hues: Readonly<Record<string, string>> = {
  GET: 'bg-get-soft text-get',
  HEAD: 'bg-get-soft text-get',
  POST: 'bg-post-soft text-post',
  PUT: 'bg-put-soft text-put',
  PATCH: 'bg-patch-soft text-patch',
  DELETE: 'bg-delete-soft text-delete',
}

export interface MethodBadgeProps {
  /** Any case; `ANY` for all methods. */
  method: string
  className?: string
}

/** An HTTP method in its own hue, always with the word. 48 px wide, so that columns line up. */
export function MethodBadge({ method, className }: MethodBadgeProps) {
  const name = method.toUpperCase()
  return (
    <span
      className={cx(
        'inline-flex h-4 w-12 shrink-0 items-center justify-center rounded-sm font-mono text-[0.625rem] font-semibold',
        hues[name] ?? 'bg-any-soft text-any',
        className,
      )}
    >
      {name === 'OPTIONS' ? 'OPT' : name}
    </span>
  )
}
