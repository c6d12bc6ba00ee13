/** Where a browser has a file of the cloud, `cloud://env/pictures/tea.jpg`; any other address is as it was. */
export const fileUrl = (src: string, filesUrl: string): string => src.replace(/^cloud:\/\/[^/]+/, filesUrl);
