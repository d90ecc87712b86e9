import type { CountryCode } from "libphonenumber-js/min";
import type { ColumnMapping, TargetField } from "../contract";
import { listParser, multiListParser, parseTags } from "../values/choices";
import { dateParser, datetimeParser } from "../values/dates";
import { parseEmails } from "../values/emails";
import { moneyParser, numberParser, parseCurrency } from "../values/money";
import { NewOptions } from "../values/new-options";
import { blank, type Parse, remembering, textOf } from "../values/parsed";
import { type Part, partParser } from "../values/parts";
import { type MemberChoice, memberParser } from "../values/people";
import { phonesParser } from "../values/phones";
import {
  parseBoolean,
  parseExternalId,
  parseId,
  parseMinor,
  parseTaxId,
  parseText,
  parseUrl,
} from "../values/simple";
import { type PipelineChoice, pipelineFinder, stageFinder } from "../values/stages";
import { zoneClock } from "../values/zone";
import type { ColumnStyle } from "./styles";

/** What the organization has, and how it writes things. */
export type Surroundings = {
  language: "en" | "ru";
  timeZone: string;
  country: CountryCode;
  currency: string;
  members: readonly MemberChoice[];
  pipelines: readonly PipelineChoice[];
  /** Of a trial run: what would be made, by field, growing with its rows. */
  newOptions?: Map<string, NewOptions>;
  /** Reads our own lossless export, where nothing is to be guessed. */
  lossless?: boolean;
};

const unshown: ColumnStyle = { mark: null, order: "dmy", proven: false };
const exact: ColumnStyle = { mark: ".", order: "dmy", proven: true };

/** What a cell is read by besides its column: the row's pipeline, and what the ids in it are called. */
export type OfRow = { pipelineOf: () => string | null; nameOf: (id: string) => string | undefined };

/** The parser of a column. */
export function cellParser(
  field: TargetField,
  column: ColumnMapping,
  around: Surroundings & OfRow & { style: ColumnStyle | undefined },
): Parse {
  const style = around.lossless ? exact : (around.style ?? unshown);
  const chosen = {
    onUnknown: column.onUnknown ?? ("refuse" as const),
    replace: column.replace ?? {},
    newOptions: newOptionsOf(field, around.newOptions),
    nameOf: around.nameOf,
  };
  switch (field.type) {
    case "text":
    case "messengers":
      return parseText;
    case "number":
      return numberParser(style);
    case "money":
      return moneyParser(style);
    case "currency":
      return remembering(parseCurrency);
    case "date":
      return dateParser(style);
    case "datetime":
      return datetimeParser(style, zoneClock(around.timeZone));
    case "boolean":
      return parseBoolean;
    case "phones":
      return phonesParser(around.country);
    case "emails":
      return parseEmails;
    case "tax_id":
      return parseTaxId;
    case "url":
      return parseUrl;
    case "list":
      return remembering(listParser({ options: field.options ?? [], ...chosen }));
    case "multi_list":
      return remembering(multiListParser({ options: field.options ?? [], ...chosen }));
    case "tags":
      return remembering(parseTags);
    case "member":
      return remembering(memberParser({ members: around.members, ...chosen }));
    case "external_id":
      return parseExternalId;
    case "link":
      return around.lossless ? parseId : parseText;
    case "minor":
      return parseMinor;
    case "part":
      return partParser(field.key as Part);
    case "pipeline": {
      const find = pipelineFinder({ pipelines: around.pipelines, ...chosen });
      return remembering((cell) => (textOf(cell) === "" ? blank : find(textOf(cell))));
    }
    case "stage":
      return stageParser(stageFinder({ pipelines: around.pipelines, ...chosen }), around.pipelineOf);
  }
}

function newOptionsOf({ key, newOptions }: TargetField, known?: Map<string, NewOptions>): NewOptions {
  const found = known?.get(key) ?? new NewOptions(newOptions);
  known?.set(key, found);
  return found;
}

function stageParser(find: ReturnType<typeof stageFinder>, pipelineOf: () => string | null): Parse {
  const inPipeline = new Map<string | null, Parse>();
  return function parseStage(cell) {
    const pipelineId = pipelineOf();
    let parse = inPipeline.get(pipelineId);
    if (!parse) {
      parse = remembering((one) => (textOf(one) === "" ? blank : find(textOf(one), pipelineId)));
      inPipeline.set(pipelineId, parse);
    }
    return parse(cell);
  };
}
