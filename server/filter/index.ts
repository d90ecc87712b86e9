export { matches } from "./matches";
export { type OperatorName, operatorNames } from "./operators";
export { type Columns, toSql } from "./to-sql";
export { type Filter, filterSchema, type Leaf } from "./tree";
