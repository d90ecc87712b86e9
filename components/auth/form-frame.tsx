import type { ReactNode } from "react";

type FormFrameProps = { title: ReactNode; text?: ReactNode; foot?: ReactNode; children: ReactNode };

/** The title, the text and the foot around a form of the account pages. */
export function FormFrame({ title, text, foot, children }: FormFrameProps) {
  return (
    <div className="flex flex-col gap-5">
      <div>
        <h1 className="text-2xl font-semibold tracking-tight text-balance">{title}</h1>
        {text && <p className="mt-1.5 text-lg text-ink-muted text-pretty break-words">{text}</p>}
      </div>
      {children}
      {foot && <div className="text-ink-muted">{foot}</div>}
    </div>
  );
}
