/** Text for a terminal or a program; a long line scrolls. */
export function CodeBlock({ text, label }: { text: string; label: string }) {
  return (
    <pre
      // A long line scrolls, which a keyboard can do only in focus.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      aria-label={label}
      className="overflow-x-auto rounded-md bg-console p-3 font-mono text-sm leading-5 text-console-ink"
    >
      {text}
    </pre>
  );
}
