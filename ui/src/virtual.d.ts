// Modules that the build makes.

declare module "virtual:site-icons" {
  const icons: Record<string, { title: string; path: string }>;
  export default icons;
}
