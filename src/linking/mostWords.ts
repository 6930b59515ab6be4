/** More words than this are forgotten and looked at anew: a text of nothing but different words must not fill the memory. */
export const mostWords = 1 << 17
