import type { Catalogus } from '#core/catalogus/vorm.ts'

/** De producten per familie, beide in de volgorde van de catalogus. */
export function families(catalogus: Catalogus): { familie: string; codes: string[] }[] {
  const codes = productcodes(catalogus)
  const namen = [...new Set(codes.map((c) => catalogus.producten[c]?.familie ?? ''))]
  return namen.map((familie) => ({
    familie: familie.charAt(0).toUpperCase() + familie.slice(1),
    codes: codes.filter((c) => catalogus.producten[c]?.familie === familie),
  }))
}

export function productcodes(catalogus: Catalogus): string[] {
  return catalogus.catalogus.productvolgorde.filter((c) => Object.hasOwn(catalogus.producten, c))
}
