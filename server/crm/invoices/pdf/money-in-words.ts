import { currencyDigits } from "@/server/platform/money";

type Forms = readonly [one: string, few: string, many: string];
type Gender = "he" | "she";

const small: Record<Gender, readonly string[]> = {
  he: ["", "один", "два", "три", "четыре", "пять", "шесть", "семь", "восемь", "девять"],
  she: ["", "одна", "две", "три", "четыре", "пять", "шесть", "семь", "восемь", "девять"],
};
const teens =
  "десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать";
const tens = "  двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто";
const hundreds = " сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот";

const scales: readonly { forms: Forms; gender: Gender }[] = [
  { forms: ["тысяча", "тысячи", "тысяч"], gender: "she" },
  { forms: ["миллион", "миллиона", "миллионов"], gender: "he" },
  { forms: ["миллиард", "миллиарда", "миллиардов"], gender: "he" },
  { forms: ["триллион", "триллиона", "триллионов"], gender: "he" },
];

const currencies: Record<string, { whole: Forms; gender: Gender; part: Forms }> = {
  RUB: {
    whole: ["рубль", "рубля", "рублей"],
    gender: "he",
    part: ["копейка", "копейки", "копеек"],
  },
  BYN: {
    whole: ["белорусский рубль", "белорусских рубля", "белорусских рублей"],
    gender: "he",
    part: ["копейка", "копейки", "копеек"],
  },
  KZT: { whole: ["тенге", "тенге", "тенге"], gender: "he", part: ["тиын", "тиына", "тиынов"] },
  USD: {
    whole: ["доллар США", "доллара США", "долларов США"],
    gender: "he",
    part: ["цент", "цента", "центов"],
  },
  EUR: { whole: ["евро", "евро", "евро"], gender: "he", part: ["цент", "цента", "центов"] },
};

/** "Одна тысяча двести рублей 50 копеек", as Russian papers have it; null for a currency it has no words for. */
export function moneyInWords(minor: number, currency: string): string | null {
  const words = currencies[currency];
  if (!words) return null;
  const unit = 10 ** currencyDigits(currency);
  const whole = Math.floor(minor / unit);
  const part = minor % unit;
  const text = `${wholeInWords(whole, words.gender)} ${form(whole, words.whole)}`;
  return `${text.charAt(0).toUpperCase()}${text.slice(1)} ${String(part).padStart(2, "0")} ${form(part, words.part)}`;
}

function wholeInWords(value: number, gender: Gender): string {
  if (value === 0) return "ноль";
  const said: string[] = [];
  for (let scale = scales.length; scale > 0; scale--) {
    const count = Math.floor(value / 1000 ** scale) % 1000;
    const name = scales[scale - 1];
    if (count > 0 && name) said.push(threeDigits(count, name.gender), form(count, name.forms));
  }
  said.push(threeDigits(value % 1000, gender));
  return said.filter(Boolean).join(" ");
}

function threeDigits(value: number, gender: Gender): string {
  const [hundred, ten, one] = [Math.floor(value / 100), Math.floor(value / 10) % 10, value % 10];
  const rest = ten === 1 ? [nth(teens, one)] : [nth(tens, ten), small[gender][one]];
  return [nth(hundreds, hundred), ...rest].filter(Boolean).join(" ");
}

function nth(words: string, at: number): string {
  return words.split(" ")[at] ?? "";
}

function form(count: number, [one, few, many]: Forms): string {
  const [ten, last] = [Math.floor(count / 10) % 10, count % 10];
  if (ten === 1 || last === 0 || last > 4) return many;
  return last === 1 ? one : few;
}
