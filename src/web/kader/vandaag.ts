/** De kalenderdag in Nederland, als JJJJ-MM-DD. Alleen om te kiezen welke versie nu geldt. */
export function vandaag(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' }).format(new Date())
}
