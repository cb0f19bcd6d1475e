/** Een getal zoals het in de tabellen staat: hoe groter, hoe minder cijfers achter de komma. */
export const getal = (n: number): string => n.toLocaleString('nl-NL', { maximumFractionDigits: n < 10 ? 2 : n < 100 ? 1 : 0 })
