import type { Source } from './sources';

/**
 * WeChat's scene values by source, all of its list: every value stands here once.
 * https://developers.weixin.qq.com/miniprogram/dev/reference/scene-list.html
 */
const scenesBySource: Record<Exclude<Source, 'unknown'>, readonly number[]> = {
  article: [1058, 1091, 1144, 1152],
  officialAccount: [1020, 1035, 1043, 1074, 1082, 1102, 1157],
  message: [1014, 1073, 1081, 1088, 1107, 1202, 1207, 1231],
  friend: [1007, 1008, 1036, 1044, 1096, 1158, 1160, 1173, 1185, 1208],
  moments: [1154, 1155],
  code: [1011, 1012, 1013, 1025, 1031, 1032, 1047, 1048, 1049, 1072, 1124, 1125, 1126, 1150, 1153],
  search: [1005, 1006, 1027, 1042, 1053, 1054, 1106, 1179, 1183],
  nearby: [1026, 1146],
  channels: [1175, 1176, 1177, 1184, 1191, 1193, 1195, 1197, 1198, 1206, 1216, 1219],
  ad: [1045, 1046, 1067, 1068, 1084, 1095, 1189, 1200, 1201, 1215, 1228],
  link: [1065, 1069, 1167, 1168, 1181, 1194],
  miniProgram: [1037, 1038, 1099],
  workWeChat: [1119, 1120, 1121, 1192],
  payment: [1034, 1060, 1097],
  returning: [
    1001, 1010, 1022, 1023, 1024, 1056, 1089, 1090, 1103, 1104, 1113, 1114, 1131, 1135, 1178, 1186, 1187, 1196, 1223,
  ],
  system: [
    1000, 1017, 1019, 1028, 1029, 1030, 1039, 1052, 1057, 1059, 1064, 1071, 1077, 1078, 1079, 1092, 1100, 1101, 1129,
    1133, 1145, 1148, 1151, 1169, 1171, 1203, 1212, 1218, 1220,
  ],
};

/** Every scene value with its source, in order; what the docs print. */
export const sceneTable: readonly (readonly [scene: number, source: Source])[] = Object.entries(scenesBySource)
  .flatMap(([source, scenes]) => scenes.map((scene) => [scene, source as Source] as const))
  .sort(([one], [other]) => one - other);

const sourceByScene = new Map(sceneTable);

/** The source of an open with this scene value; a value that is in no list of WeChat's yet is `unknown`. */
export const sourceOfScene = (scene: number): Source => sourceByScene.get(scene) ?? 'unknown';
