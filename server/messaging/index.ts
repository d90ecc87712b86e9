export { letter } from "./letter";
export { developmentLetter, developmentOutbox } from "./outbox";
export { type Email, sendEmail } from "./send-email";
export { configuredTransport, type Transport } from "./transport";
