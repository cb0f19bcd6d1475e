/** JSON van buiten: niet te diep, en geen sleutels die een object van aard veranderen. */
import type { FastifyInstance } from 'fastify'

/** Ruim voor wat wij vragen; dieper laat een programma dat erdoorheen loopt struikelen. */
const DIEPST = 40

export function voegJsonToe(server: FastifyInstance): void {
  const lees = server.getDefaultJsonParser('error', 'error')
  server.removeContentTypeParser(['application/json', 'text/plain'])
  server.addContentTypeParser('application/json', { parseAs: 'string' }, (vraag, tekst, klaar) => {
    if (isTeDiep(String(tekst))) return klaar(Object.assign(new Error('te diep'), { statusCode: 400 }), undefined)
    return lees(vraag, String(tekst), klaar)
  })
}

/** Telt haakjes buiten teksten; de rest van de vorm bekijkt de parser. */
export function isTeDiep(tekst: string): boolean {
  let diep = 0
  let inTekst = false
  for (let i = 0; i < tekst.length; i++) {
    const teken = tekst[i]
    if (inTekst) {
      if (teken === '\\') i++
      else if (teken === '"') inTekst = false
    } else if (teken === '"') inTekst = true
    else if (teken === '{' || teken === '[') {
      if (++diep > DIEPST) return true
    } else if (teken === '}' || teken === ']') diep--
  }
  return false
}
