/** The cookie that remembers a folded sidebar: "collapsed" or "open". */
export const sidebarCookie = "pult_sidebar";
