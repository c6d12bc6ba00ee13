module.exports = {
  // Without `targets` the preset falls back to iOS 9 and ships its polyfills.
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5', targets: { ios: '13', chrome: '80' } }]],
};
