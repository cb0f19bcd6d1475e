/** Het begin van een bericht: tot en met het hoofdelement, met de voorvoegsels die daar aan naamruimten gebonden zijn. */

/** Langer is een begin niet; wat er niet in past leest de gewone lezer. */
export const GRENS_BEGIN = 4096

const voorspel =
  /^(?:ï»¿)?(?:<\?[^?<>]*\?>|<!--(?:-?[^-])*-->|[ \t\r\n]+)*<[^\s<>/!?&]+((?:[ \t\r\n]+[^\s<>/=&'"]+=(?:"[^"<&]*"|'[^'<&]*'))*)[ \t\r\n]*>/
const naamruimten = /xmlns(?::([A-Za-z_][A-Za-z0-9_.-]{0,40}))?=(?:"([^"]*)"|'([^']*)')/g

export type Begin = {
  /** Bytes tot en met de `>` van het hoofdelement. */
  readonly lengte: number
  /** Van naamruimte naar een voorvoegsel daarvoor; leeg is de standaardnaamruimte. */
  readonly voorvoegsels: ReadonlyMap<string, string>
}

/**
 * Zoekt het einde van het hoofdelement: `meer` als dat er nog niet is, null als dit begin een ongewone vorm heeft. Of het ook goede XML
 * is, zegt de gewone lezer: die leest elk begin zelf.
 */
export function zoekBegin(bytes: Uint8Array): Begin | 'meer' | null {
  const tekst = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, GRENS_BEGIN)).toString('latin1')
  const gevonden = voorspel.exec(tekst)
  if (gevonden === null) return bytes.length < GRENS_BEGIN && !/<![^-]/.test(tekst) ? 'meer' : null
  const voorvoegsels = new Map<string, string>()
  for (const [, voorvoegsel = '', a, b] of (gevonden[1] ?? '').matchAll(naamruimten)) voorvoegsels.set(a ?? b ?? '', voorvoegsel)
  return { lengte: gevonden[0].length, voorvoegsels }
}
