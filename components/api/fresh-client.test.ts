import { QueryObserver } from "@tanstack/react-query";
import { expect, it, vi } from "vitest";
import { FreshQueryClient } from "./fresh-client";

it("fetches again what was invalidated while its first fetch was under way, and nothing else", async () => {
  const client = new FreshQueryClient();
  const answers = ["older than the news", "newer"];
  let answer: (text: string | undefined) => void = () => {};
  const queryFn = vi.fn(() => new Promise<string | undefined>((resolve) => (answer = resolve)));
  const observer = new QueryObserver(client, { queryKey: ["run", "a"], queryFn });
  const stop = observer.subscribe(() => {});
  void client.invalidateQueries({ queryKey: ["run"] });
  expect(queryFn).toHaveBeenCalledTimes(1);
  answer(answers[0]);
  await vi.waitFor(() => expect(queryFn).toHaveBeenCalledTimes(2));
  expect(observer.getCurrentResult().data).toBe(answers[0]);
  answer(answers[1]);
  await vi.waitFor(() => expect(observer.getCurrentResult().data).toBe(answers[1]));
  expect(queryFn).toHaveBeenCalledTimes(2);
  stop();
});
