export type Team = { id: string; name: string };

/** What a select says for nobody's team: its items may not have an empty value. */
export const noTeam = "none";

/** Teams for a select, the absence of one first. */
export function teamOptions(teams: readonly Team[], absent: string) {
  return [{ value: noTeam, label: absent }, ...teams.map(({ id, name }) => ({ value: id, label: name }))];
}

/** The team behind a select's value; null for none. */
export function teamIdOf(value: string): string | null {
  return value === noTeam ? null : value;
}
