/** The minified text of widget.css; the build says where it is. */
declare module 'styles' {
  const text: string;
  export default text;
}
