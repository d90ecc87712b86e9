import { StyleSheet } from "@react-pdf/renderer";
import { family } from "./fonts";

const ink = "#14211d";
const muted = "#52625c";
const line = "#dbe3df";
const pine = "#0b6b58";

export const styles = StyleSheet.create({
  page: {
    fontFamily: family,
    fontSize: 9,
    lineHeight: 1.4,
    color: ink,
    paddingTop: 42,
    paddingBottom: 54,
    paddingHorizontal: 44,
  },
  head: { flexDirection: "row", justifyContent: "space-between", alignItems: "flex-start", marginBottom: 18 },
  title: { fontSize: 18, fontWeight: 600, lineHeight: 1.2 },
  dates: { flexDirection: "row", marginTop: 6 },
  date: { marginRight: 22 },
  muted: { color: muted },
  small: { color: muted, fontSize: 7.5 },
  strong: { fontWeight: 600 },
  stamp: {
    borderWidth: 1.5,
    borderRadius: 4,
    paddingHorizontal: 10,
    paddingVertical: 4,
    fontSize: 12,
    fontWeight: 600,
  },
  paid: { borderColor: pine, color: pine },
  void: { borderColor: "#ab221a", color: "#ab221a" },
  parties: { flexDirection: "row", marginBottom: 16 },
  party: { flex: 1, paddingRight: 18 },
  bank: { backgroundColor: "#f3f6f4", borderRadius: 4, padding: 10, marginBottom: 16 },
  row: { flexDirection: "row", borderBottomWidth: 0.75, borderBottomColor: line, paddingVertical: 5 },
  headRow: { flexDirection: "row", borderBottomWidth: 1, borderBottomColor: ink, paddingBottom: 4 },
  no: { width: 22, color: muted },
  name: { flex: 1, paddingRight: 8 },
  quantity: { width: 74, textAlign: "right" },
  money: { width: 84, textAlign: "right" },
  discount: { width: 66, textAlign: "right" },
  tax: { width: 44, textAlign: "right" },
  totals: { marginTop: 10, marginLeft: "auto", width: 250 },
  total: { flexDirection: "row", justifyContent: "space-between", paddingVertical: 2 },
  grand: {
    flexDirection: "row",
    justifyContent: "space-between",
    paddingTop: 6,
    marginTop: 4,
    marginBottom: 4,
    borderTopWidth: 1,
    borderTopColor: ink,
    fontSize: 12,
    fontWeight: 600,
  },
  words: { marginTop: 12, fontWeight: 600 },
  note: { marginTop: 14 },
  signature: { marginTop: 34, flexDirection: "row", alignItems: "flex-end" },
  rule: { width: 150, borderBottomWidth: 0.75, borderBottomColor: ink, marginHorizontal: 8 },
  foot: {
    position: "absolute",
    bottom: 26,
    left: 44,
    right: 44,
    flexDirection: "row",
    justifyContent: "space-between",
    color: muted,
    fontSize: 7.5,
  },
});
