/** A small value that outlives the page. */
export function remembered<Value>(name: string): { read(): Value | undefined; write(value: Value): void } {
  return {
    read: () => {
      const text = localStorage.getItem(name)
      return text === null ? undefined : (JSON.parse(text) as Value)
    },
    write: (value) => localStorage.setItem(name, JSON.stringify(value)),
  }
}
