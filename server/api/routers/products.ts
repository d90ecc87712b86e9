import * as currencies from "@/server/crm/currencies";
import { ChooseRateSource, CurrencyCode, ListRates, RateId, SetRate } from "@/server/crm/currencies/contract";
import * as lines from "@/server/crm/line-items";
import * as line from "@/server/crm/line-items/contract";
import { productUses } from "@/server/crm/product-uses";
import * as products from "@/server/crm/products";
import * as contract from "@/server/crm/products/contract";
import { organizationProcedure, router } from "../trpc";

export const productsRouter = router({
  list: organizationProcedure
    .input(contract.ListProducts)
    .query(({ ctx, input }) => products.listProducts(ctx, input)),
  get: organizationProcedure
    .input(contract.ProductId)
    .query(({ ctx, input }) => products.getProduct(ctx, input)),
  uses: organizationProcedure.input(contract.ProductId).query(({ ctx, input }) => productUses(ctx, input)),
  create: organizationProcedure
    .input(contract.CreateProduct)
    .mutation(({ ctx, input }) => products.createProduct(ctx, input)),
  update: organizationProcedure
    .input(contract.UpdateProduct)
    .mutation(({ ctx, input }) => products.updateProduct(ctx, input)),
  delete: organizationProcedure
    .input(contract.ProductId)
    .mutation(({ ctx, input }) => products.deleteProduct(ctx, input)),
  restore: organizationProcedure
    .input(contract.ProductId)
    .mutation(({ ctx, input }) => products.restoreProduct(ctx, input)),
  categories: organizationProcedure.query(({ ctx }) => products.listCategories(ctx)),
  saveCategory: organizationProcedure
    .input(contract.SaveCategory)
    .mutation(({ ctx, input }) => products.saveCategory(ctx, input)),
  removeCategory: organizationProcedure
    .input(contract.CategoryId)
    .mutation(({ ctx, input }) => products.removeCategory(ctx, input)),
});

export const lineItemsRouter = router({
  list: organizationProcedure.input(line.LinesOf).query(({ ctx, input }) => lines.listLines(ctx, input)),
  add: organizationProcedure.input(line.AddLines).mutation(({ ctx, input }) => lines.addLines(ctx, input)),
  update: organizationProcedure
    .input(line.UpdateLine)
    .mutation(({ ctx, input }) => lines.updateLine(ctx, input)),
  remove: organizationProcedure
    .input(line.RemoveLine)
    .mutation(({ ctx, input }) => lines.removeLine(ctx, input)),
  reorder: organizationProcedure
    .input(line.ReorderLines)
    .mutation(({ ctx, input }) => lines.reorderLines(ctx, input)),
});

export const currenciesRouter = router({
  list: organizationProcedure.query(({ ctx }) => currencies.listCurrencies(ctx)),
  rates: organizationProcedure.input(ListRates).query(({ ctx, input }) => currencies.listRates(ctx, input)),
  enable: organizationProcedure
    .input(CurrencyCode)
    .mutation(({ ctx, input }) => currencies.enableCurrency(ctx, input)),
  disable: organizationProcedure
    .input(CurrencyCode)
    .mutation(({ ctx, input }) => currencies.disableCurrency(ctx, input)),
  chooseSource: organizationProcedure
    .input(ChooseRateSource)
    .mutation(({ ctx, input }) => currencies.chooseRateSource(ctx, input)),
  setRate: organizationProcedure.input(SetRate).mutation(({ ctx, input }) => currencies.setRate(ctx, input)),
  removeRate: organizationProcedure
    .input(RateId)
    .mutation(({ ctx, input }) => currencies.removeRate(ctx, input)),
});
