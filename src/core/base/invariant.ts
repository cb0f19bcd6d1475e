/** Breekt af als een aanname van de code niet klopt. Voor fouten van mensen is er `Result`. Een functie als tekst kost pas iets als het misgaat. */
export function invariant(voorwaarde: unknown, aanname: string | (() => string)): asserts voorwaarde {
  if (!voorwaarde) throw new Error(`Aanname geschonden: ${typeof aanname === 'string' ? aanname : aanname()}`)
}
