/** Do the rules miss this page? So few items beside so many links that stand for one are not chance. */
export const isMissed = (items: number, strays: number): boolean =>
  items === 0 ? strays >= 3 : strays >= 10 && strays > items * 4
