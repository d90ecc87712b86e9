import type { NewOptionLimits } from "../contract";
import { fold } from "./parsed";

const usual: NewOptionLimits = { longest: 200, most: 500 };

/** The options of one field that a trial run has met and an import would make. */
export class NewOptions {
  readonly longest: number;
  private readonly most: number;
  private readonly names = new Map<string, string>();

  constructor({ longest, most }: NewOptionLimits = usual) {
    this.longest = longest;
    this.most = most;
  }

  /** The option's name as it was spelled first, whatever the case; null for one more than there may be. */
  named(name: string): string | null {
    const key = fold(name);
    const known = this.names.get(key);
    if (known !== undefined) return known;
    if (this.names.size >= this.most) return null;
    this.names.set(key, name);
    return name;
  }
}
