package dev.libra.gateway.proxy;

/** A body that is in memory. */
public record WholeBody(byte[] whole) implements RequestBody {

  @Override
  public long length() {
    return whole.length;
  }

  @Override
  public boolean isSendable() {
    return true;
  }

  @Override
  public void sendTo(Sink sink) {
    sink.write(whole);
    sink.end();
  }

  @Override
  public void resume() {}
}
