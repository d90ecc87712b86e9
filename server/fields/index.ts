export { defineFields, type Field, type FieldType, isBlank } from "./define-field";
