export { type Conversion, convert, rateOn } from "./convert";
export { disableCurrency, enableCurrency } from "./enable-currency";
export { listCurrencies, listRates } from "./list-currencies";
export { removeRate, setRate } from "./set-rate";
