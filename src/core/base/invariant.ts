/** Breekt af als een aanname van de code niet klopt. Voor fouten van mensen is er `Result`. */
export function invariant(voorwaarde: unknown, aanname: string): asserts voorwaarde {
  if (!voorwaarde) throw new Error(`Aanname geschonden: ${aanname}`)
}
