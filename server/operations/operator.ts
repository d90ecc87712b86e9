import { currentUser, type User } from "@/server/identity";
import { AppError } from "@/server/platform";

/** Who runs this installation. Only `operatorOf` makes one, so a verb that asks for one cannot be called without. */
export class Operator {
  readonly #user: Pick<User, "id" | "name" | "email">;

  private constructor(user: User) {
    this.#user = user;
  }

  get id(): string {
    return this.#user.id;
  }
  get name(): string {
    return this.#user.name;
  }
  get email(): string {
    return this.#user.email;
  }

  /** The operator a person is: their address is confirmed and listed in OPERATOR_EMAILS; null for everybody else. */
  static of(user: User | null, emails: string | undefined = process.env.OPERATOR_EMAILS): Operator | null {
    if (!user?.emailVerified) return null;
    const listed = (emails ?? "").split(",").map(normal);
    return normal(user.email) !== "" && listed.includes(normal(user.email)) ? new Operator(user) : null;
  }
}

/** Whether a person operates this installation: what decides if they are shown the way to `/ops`. */
export const isOperator = (user: User): boolean => Operator.of(user) !== null;

/** The operator who sends these headers; null when it is somebody else. */
export async function currentOperator(headers: Headers): Promise<Operator | null> {
  return Operator.of(await currentUser(headers));
}

/** The same for calls. @throws NOT_FOUND: to everybody else there is no such thing */
export async function requireOperator(headers: Headers): Promise<Operator> {
  const operator = await currentOperator(headers);
  if (!operator) throw new AppError("NOT_FOUND");
  return operator;
}

const normal = (address: string) => address.trim().toLowerCase();
