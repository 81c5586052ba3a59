import type { Subject } from './subject.ts'

/** The page that shows all pictures that docs keeps. */
export function indexPage(
  subjects: readonly Subject[],
  kept: (subject: Subject) => readonly number[],
): string {
  const sections = subjects.map((subject) => {
    const { name, alt } = subject
    const pictures = kept(subject).flatMap((width) => [
      `[${width}, light](${name}-${width}-light.webp)`,
      `[${width}, dark](${name}-${width}-dark.webp)`,
    ])
    return `## ${name}\n\n![${alt}](${name}-1280-light.webp)\n\n${pictures.join(' · ')}\n`
  })
  return `# Screenshots\n\nOf the running product, taken by \`npm run screenshots\`.\n\n${sections.join('\n')}`
}
