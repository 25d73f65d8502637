/** Whether a text holds something that Terraform evaluates. CDKTF writes its tokens like this, too. */
export function holdsExpression(text: string): boolean {
  return /[$%]\{/.test(text);
}
