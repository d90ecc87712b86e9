"use client";

import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { EditBeside } from "@/components/ui/edit-beside";

type InlineTextProps = {
  /** What is shown while nobody edits. */
  shown: ReactNode;
  label: string;
  /** What is shown leads somewhere when it is pressed: a button beside it edits. */
  leads?: boolean;
  disabled?: boolean;
  pending: boolean;
  error?: string;
  saveLabel: string;
  className?: string;
  /** The control, and how it begins: it holds its own draft. */
  editor: ReactNode;
  onStart: () => void;
  /** False keeps the editor open with what was typed. */
  onSave: () => Promise<boolean>;
};

/** Text that becomes an editor when it is pressed. Enter or leaving saves, Esc forgets. */
export function InlineText(props: InlineTextProps) {
  const { shown, label, leads, disabled, pending, error, saveLabel, className, editor, onStart, onSave } =
    props;
  const [editing, setEditing] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const trigger = useRef<HTMLButtonElement>(null);

  // Left by a key: the focus goes back to what was pressed, once it stands there again.
  const byKey = useRef(false);
  useEffect(() => {
    if (editing || !byKey.current) return;
    byKey.current = false;
    trigger.current?.focus();
  }, [editing]);

  const finish = async () => {
    if (pending) return;
    if (await onSave()) setEditing(false);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter") {
      event.preventDefault();
      byKey.current = true;
      void finish();
    }
    if (event.key !== "Escape") return;
    // Esc leaves the field, not the sheet around it.
    event.stopPropagation();
    event.nativeEvent.stopImmediatePropagation();
    byKey.current = true;
    setEditing(false);
  };
  const start = () => {
    byKey.current = false;
    onStart();
    setEditing(true);
  };
  if (!editing && leads) {
    return (
      <EditBeside ref={trigger} label={label} disabled={disabled} onClick={start}>
        {shown}
      </EditBeside>
    );
  }
  if (!editing) {
    return (
      <button
        ref={trigger}
        type="button"
        disabled={disabled}
        aria-label={label}
        onClick={start}
        className={cn(
          "-mx-2 min-h-8 max-w-full rounded-md px-2 text-left enabled:hover:bg-ink/6 disabled:cursor-default max-md:min-h-10 max-md:text-[1rem]",
          className,
        )}
      >
        {shown}
      </button>
    );
  }
  return (
    // Enter and Esc come from the control inside.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      ref={box}
      onKeyDown={onKeyDown}
      onBlur={(event) => {
        const inside = event.relatedTarget instanceof Node && box.current?.contains(event.relatedTarget);
        // With a refusal on the screen only a press on Save tries again.
        if (!inside && !error) void finish();
      }}
    >
      {editor}
      {error && (
        <div className="mt-1 flex items-center gap-2">
          <p role="alert" className="flex-1 text-sm font-normal text-danger-text">
            {error}
          </p>
          <Button size="sm" variant="primary" pending={pending} onClick={() => void finish()}>
            {saveLabel}
          </Button>
        </div>
      )}
    </div>
  );
}
