export {
  categoriesOf,
  listCategories,
  removeCategory,
  removeUnusedCategory,
  saveCategory,
} from "./categories";
export { createProduct } from "./create-product";
export { productFields } from "./fields";
export { insertProducts, type NewProduct, overwriteProducts, productsBySku } from "./import-products";
export { type LinePrice, linePrice } from "./line-price";
export {
  getProduct,
  listProducts,
  type ProductPage,
  type ProductTerms,
  productTerms,
} from "./list-products";
export { productType } from "./product-type";
export { deleteProduct, restoreProduct, updateProduct } from "./update-product";
