/** What the form for a new record is given. */
export type CreateDialogProps = { onClose: () => void };
