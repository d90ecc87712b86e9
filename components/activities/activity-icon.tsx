import { CircleCheckBig, Mail, Phone, StickyNote, Users } from "lucide-react";

const icons = { call: Phone, meeting: Users, email: Mail, note: StickyNote, todo: CircleCheckBig };

/** The sign of a kind of activity; an unknown kind is something to do. */
export function ActivityIcon({ kind, className }: { kind: string; className?: string }) {
  const Icon = isKnown(kind) ? icons[kind] : CircleCheckBig;
  return <Icon aria-hidden className={className} />;
}

function isKnown(kind: string): kind is keyof typeof icons {
  return Object.hasOwn(icons, kind);
}
