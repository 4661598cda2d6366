declare module 'dompurify-attacks/test/fixtures/expect.js' {
  const list: { title?: string; payload: string }[]
  export default list
}
