import { renderToBuffer } from "@react-pdf/renderer";
import type { InvoiceDocument } from "../contract";
import { registerFonts } from "./fonts";
import { InvoicePages } from "./invoice-pages";

/** An invoice as a PDF, in its own language. */
export function invoicePdf(invoice: InvoiceDocument): Promise<Buffer> {
  registerFonts();
  return renderToBuffer(<InvoicePages invoice={invoice} />);
}
