// A network as pyvis describes it, drawn by vis-network. Titles are strings, which vis-network 9 shows as text.
"use strict";
const sketch = JSON.parse(document.getElementById("data").textContent);
const stage = document.getElementById("picture");
stage.style.width = sketch.width;
stage.style.height = sketch.height;
const drawn = { nodes: new vis.DataSet(sketch.nodes), edges: new vis.DataSet(sketch.edges) };
const network = new vis.Network(stage, drawn, sketch.options);
network.once("afterDrawing", () => network.fit({ maxZoomLevel: 1.2 }));
