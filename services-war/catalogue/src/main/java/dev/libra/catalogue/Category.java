package dev.libra.catalogue;

import java.util.List;

/**
 * A department of the shop.
 *
 * @param minCents and {@code maxCents} what its things cost
 */
record Category(String name, List<String> things, int minCents, int maxCents) {

  static final List<Category> ALL =
      List.of(
          of("audio", 1_500, 60_000, "headphones speaker turntable amplifier microphone earbuds"),
          of("bicycles", 800, 250_000, "saddle helmet pump pannier derailleur bell pedal lock"),
          of("books", 500, 6_000, "novel atlas cookbook biography anthology dictionary guide"),
          of("camping", 900, 45_000, "tent stove lantern hammock backpack compass thermos cot"),
          of("clothing", 700, 30_000, "jacket scarf sweater trousers shirt raincoat socks vest"),
          of("coffee", 600, 90_000, "grinder kettle espresso dripper mug beans scale tamper"),
          of("computers", 2_000, 300_000, "keyboard laptop monitor mouse tablet router dock"),
          of("furniture", 3_000, 180_000, "chair table shelf desk sofa wardrobe stool bench"),
          of("garden", 400, 70_000, "shovel rake hose planter mower trowel shears wheelbarrow"),
          of("instruments", 1_200, 220_000, "guitar violin flute piano drum ukulele accordion"),
          of("kitchen", 500, 50_000, "knife pan whisk blender toaster teapot bowl ladle oven"),
          of("lighting", 800, 40_000, "lamp chandelier bulb torch sconce candle spotlight"),
          of("office", 200, 20_000, "stapler notebook pencil binder calendar whiteboard pen"),
          of("photo", 1_500, 280_000, "camera lens tripod flash filter album projector strap"),
          of("pets", 300, 15_000, "leash aquarium basket feeder scratcher collar birdcage"),
          of("running", 900, 25_000, "shoes shorts watch bottle headband singlet insoles"),
          of("sailing", 1_100, 150_000, "rope anchor lifejacket pulley chart sextant buoy oar"),
          of("toys", 400, 18_000, "puzzle train doll kite blocks robot marble yoyo rocket"),
          of("tools", 600, 55_000, "hammer drill wrench saw chisel screwdriver ladder plane"),
          of("winter", 1_000, 120_000, "skis sled snowboard goggles gloves boots poles beanie"));

  private static Category of(String name, int minCents, int maxCents, String things) {
    return new Category(name, List.of(things.split(" ")), minCents, maxCents);
  }
}
